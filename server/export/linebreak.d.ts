declare module 'linebreak' {
  /** Where a text may be broken into lines (UAX 14); `position` is the index after the break. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
