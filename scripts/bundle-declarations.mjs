// The library's types as one file: of the declarations that the compiler wrote for each source, those that the library's own need, so that
// nobody who uses it has to have the types of the packages that the rest is made with.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One declaration of a file: `interface`, `type`, `function` or `const`, with the comment above it. */
const DECLARED = /^(?:export )?(?:declare )?(?:interface|type|function|const) (\w+)/m;

/** A declaration file as its declarations by name, and the names that it takes from other files. */
function readDeclarations(path) {
  const text = readFileSync(path, 'utf8');
  const declared = new Map();
  const taken = new Map();
  const handedOn = [];
  // The compiler begins each statement at the left edge, and the lines within it never.
  for (const [statement] of text.matchAll(
    /^(?:\/\*\*[\s\S]*?\*\/\n)?(?:export|import|declare|interface|type)\b[\s\S]*?(?=^(?:\/\*\*|export|import|declare|interface|type)|$(?![\s\S]))/gm,
  )) {
    const [, names, from] = /^(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)';/m.exec(statement) ?? [];
    if (from !== undefined) {
      for (const name of names.split(',').filter((part) => part.trim() !== '')) {
        const [original, local = original] = name
          .replace(/\btype /, '')
          .trim()
          .split(/ as /);
        taken.set(local, { name: original, from });
      }
      continue;
    }
    const [, name] = DECLARED.exec(statement) ?? [];
    const [, all] = /^export (?:type )?\* from '([^']+)';/.exec(statement) ?? [];
    if (name) declared.set(name, statement.trim());
    else if (all) handedOn.push(all);
    else if (statement.trim() !== 'export {};') throw new Error(`${path}: not understood: ${statement}`);
  }
  return { declared, taken, handedOn };
}

/** The declaration file that a specifier names. */
function fileOf(path, specifier) {
  return join(dirname(path), specifier.replace(/\.js$/, '.d.ts'));
}

/** Everything that the names exported by a declaration file need, as the text of one file. */
export function bundleDeclarations(entry) {
  const files = new Map();
  const read = (path) => {
    if (!files.has(path)) files.set(path, readDeclarations(path));
    return files.get(path);
  };
  /** Declarations by name, each with the file that it is from. */
  const bundled = new Map();
  const take = (path, name) => {
    const { declared, taken, handedOn } = read(path);
    const other = taken.get(name);
    if (other) {
      if (!other.from.startsWith('.')) throw new Error(`${path}: the library's types need ${other.from}`);
      if (other.name !== name) throw new Error(`${path}: ${other.name} has another name here`);
      take(fileOf(path, other.from), name);
      return;
    }
    const text = declared.get(name);
    if (text === undefined) {
      for (const from of handedOn) take(fileOf(path, from), name);
      // Whatever is nowhere is a word of the language, of a comment, or of a type's own.
      return;
    }
    const known = bundled.get(name);
    if (known && known.path !== path) throw new Error(`${name} is declared in ${known.path} and in ${path}`);
    if (known) return;
    bundled.set(name, { path, text });
    for (const [word] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\b\w+\b/g)) take(path, word);
  };
  const exported = [...read(entry).taken.keys()];
  for (const name of exported) take(entry, name);
  return `${[...bundled]
    .map(([name, { text }]) => {
      const plain = text
        .replace(/^export (?=declare|interface|type|function|const)/m, '')
        .replace(/^(?=(?:function|const) )/m, 'declare ');
      return exported.includes(name) ? plain.replace(/^(?=(?:declare|interface|type) )/m, 'export ') : plain;
    })
    .join('\n')}\nexport {};\n`;
}
