/** Name of the database that the extension keeps. */
export const STORE_NAME = 'craftweek';
