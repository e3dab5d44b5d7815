import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { failure } from './failure.js';
import { root } from './places.js';

/**
 * Runs a program in the foreground and resolves to its exit code. Whoever stops us stops it:
 * a service manager signals only the process that it started.
 */
export function run(program, args, { cwd = root, firstInPath } = {}) {
  const child = spawn(program, args, { cwd, stdio: 'inherit', env: environment(firstInPath) });
  const stopForwarding = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  }).finally(stopForwarding);
}

/** As `run`, but anything other than success ends the command with that code and this sentence. */
export async function runOrEnd(sentence, program, args, options) {
  const code = await run(program, args, options);
  if (code !== 0) throw failure(sentence, code);
}

function forwardSignals(child) {
  let told = false;
  const forward = (signal) => {
    told = true;
    // Ctrl-C reaches everything on the terminal by itself; forwarded it would arrive twice.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  // npm passes a signal to the shell between us, which dies of it without telling us: we notice that it is gone.
  const parent = process.ppid;
  const look = () => {
    if (!told && process.ppid !== parent) forward('SIGTERM');
  };
  const watch = process.env.npm_lifecycle_event ? setInterval(look, 500).unref() : undefined;
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, forward);
  };
}

function environment(firstInPath) {
  if (!firstInPath) return process.env;
  // On Windows the variable may be called "Path".
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const before = process.env[name] ? delimiter + process.env[name] : '';
  return { ...process.env, [name]: dirname(firstInPath) + before };
}
