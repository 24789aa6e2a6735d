/**
 * The runner tells all its workers what to do when the first of them asks; one that is not listening yet has missed it
 * and would wait for ever. It is told again what was said.
 */
const question = 'jest-light-runner-get-worker-data';
const answer = 'jest-light-runner-worker-data';

if (process.send) {
  const { emit, send } = process;
  let told;
  process.emit = (name, message, ...rest) => {
    if (name === 'message' && message?.type === answer) told = message;
    return emit.call(process, name, message, ...rest);
  };
  process.send = (message, ...rest) => {
    if (message !== question || !told) return send.call(process, message, ...rest);
    return setImmediate(() => process.emit('message', told)) !== undefined;
  };
}
