/** There is no such thing, or it is not for this viewer: the two must look the same. */
export class NotFound extends Error {}

/** A request this site does not take; the page says why. */
export class Refused extends Error {
  readonly why: 'cross-site' | 'too-large' | 'unreadable' | 'too-often';
  constructor(why: Refused['why']) {
    super(why);
    this.why = why;
  }
}
