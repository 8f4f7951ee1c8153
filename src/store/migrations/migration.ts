/**
 * One step of the schema. It works on the raw database and holds copies of the shapes and figures that it
 * needs: what it imports could change after it was released.
 */
export interface Migration {
  /** Version that the database has when it has run. */
  readonly to: number;
  /** Requests made in here are done before the database opens; a throw keeps it at the old version. */
  run(db: IDBDatabase, transaction: IDBTransaction): void;
}
