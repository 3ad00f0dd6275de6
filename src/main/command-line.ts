/** Prints one line of a command's answer. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells how a command is used; answers the exit code of a command that was called wrongly. */
export function showUsage(usage: string): number {
  process.stderr.write(usage);
  return 2;
}
