/**
 * Workspace: a register held open, from its files to its model.
 *
 * In: the folder of a register. Out: the model, what is wrong with it, and the texts that the diagnostics speak of. Every workflow begins here.
 */
export { type EditableRegister, readForEditing } from './read-for-editing.js';
export { modelFrom, type RegisterRead, readDocuments, readModel } from './read-model.js';
