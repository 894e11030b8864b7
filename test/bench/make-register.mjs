// The same generator as the tests use.
import { compiled } from './compiled.mjs';

const { makeRegister } = await compiled('make-register.ts');

export { makeRegister };
