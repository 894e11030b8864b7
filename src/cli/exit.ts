/** Exit codes, a contract with scripts and CI. */
export const EXIT = {
  done: 0,
  /** The register has problems; nothing was written. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The machine cannot do it: browser, disk, permissions. */
  machine: 3,
  /** Our own fault. */
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
