/** Whether a file or folder of this name is passed over when a register is read: what git and npm keep there is no part of it. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a path is that of a YAML file, as all that is read of a register is. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
