/** Whether a process of this machine runs. */
export function isAlive(processNumber: number): boolean {
  try {
    return process.kill(processNumber, 0);
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
