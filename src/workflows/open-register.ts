/**
 * Where a register is, before anything of it is read.
 */
import { findRegister, type RegisterLocation } from '../files/index.js';

/** A register that was found on the disk. */
export type Register = RegisterLocation;

/**
 * Finds the register in a folder: the one with `council.yaml` in it, as `--data` names it.
 *
 * Nothing of it is kept between calls: each of the other functions reads the files as they are then.
 *
 * @param folder a relative path begins at the folder that the program runs in
 * @throws UsageError where the folder holds no register
 *
 * @example
 * ```ts
 * import { openRegister } from 'scrutiny-papers';
 *
 * const register = openRegister('data');
 * console.log(register.name); // data
 * ```
 */
export function openRegister(folder: string): Register {
  return findRegister('.', folder);
}
