/** The part of pngjs that the comparison of pictures uses; the package has no types of its own. */
declare module 'pngjs' {
  export class PNG {
    static readonly sync: { read(bytes: Uint8Array): PNG; write(png: PNG): Buffer };
    constructor(size: { width: number; height: number });
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
  }
}
