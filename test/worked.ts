/**
 * Counts the processor's time of this thread from now on, in milliseconds: what a busy machine keeps from it is
 * no part of that.
 */
export function countWork(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}
