const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be larger than this machine allows',
  EACCES: 'you have no permission there',
  EPERM: 'that is not permitted there',
  EROFS: 'that disk can only be read',
  EEXIST: 'a part of that path is a file, not a folder',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EISDIR: 'that is a folder, not a file',
  ENOENT: 'there is no such file or folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'that name is too long',
  EMFILE: 'too many files are open on this machine',
  EBUSY: 'another program is using it',
  EIO: 'the disk cannot be read or written',
};

/** Why the disk refused, in words. */
export function diskReason(failure: unknown): string {
  const code = errorCode(failure);
  return (code && REASONS[code]) ?? (failure instanceof Error ? failure.message : String(failure));
}

/** The system's own code of a failure, such as `ENOENT`. */
export function errorCode(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) return undefined;
  return typeof failure.code === 'string' ? failure.code : undefined;
}
