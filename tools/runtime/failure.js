/** An end that needs one sentence and no stack trace. */
export function failure(sentence, code = 1) {
  return Object.assign(new Error(sentence), { expected: true, code });
}
