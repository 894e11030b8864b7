// Builds dist/ when the sources have changed since the last build. The stamp matters because `npx scrutiny`
// in a clone runs `prepare` once more: without it the first command would compile everything a second time.
//
// dist/ has a file for each source; dist/program/ is what ships: the same in one file with the packages that it uses, run by bin/scrutiny.js,
// and the library's door to it with its types.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleDeclarations } from './bundle-declarations.mjs';

const root = join(import.meta.dirname, '..');
/** Large packages that few commands use, each in a file of its own. */
const APART = ['puppeteer', 'handlebars', 'parse5'];
/** The same of parts of packages: files of ours which hand on no more than is used. */
const APART_IN_PART = { spreadsheets: join(root, 'dist', 'exchange', 'libraries', 'spreadsheets.js') };
const stampFile = join(root, 'dist', '.built-from');

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath ?? found.path, found.name));
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function builtFrom() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return '';
  }
}

async function buildProgram() {
  const { build } = await import('esbuild');
  // Command line and library in one file, which share nearly all; each is run when it is first asked for.
  writeFileSync(
    join(root, 'dist', 'scrutiny.js'),
    "export const commandLine = () => require('./cli/index.js');\nexport const library = () => require('./index.js');\n",
  );
  const inputs = [];
  const bundle = async (entryPoints, external, plugins) => {
    const { metafile, outputFiles } = await build({
      entryPoints,
      outdir: join(root, 'dist', 'program'),
      write: false,
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      // The older form of modules: what is loaded as it is needed is then run as it is needed.
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'programUrl' },
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'warning',
      banner: { js: "const programUrl=require('node:url').pathToFileURL(__filename).href;" },
      metafile: true,
      external,
      plugins,
      // As modules, not in the older form that Node would be given: a fifth less to read, and the same sources.
      alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
    });
    inputs.push(...Object.keys(metafile.inputs));
    mkdirSync(join(root, 'dist', 'program'), { recursive: true });
    for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text), 'latin1');
  };
  // One file, because Node takes longer to find, read and compile some six hundred small ones than to do what most commands do.
  await bundle(
    {
      'user-cache': join(root, 'dist', 'user-cache', 'index.js'),
      scrutiny: join(root, 'dist', 'scrutiny.js'),
    },
    // The browser is found as a package, never imported; the archive of its libraries is read once on each machine.
    ['@sparticuz/chromium', 'tar-stream'],
    [
      {
        name: 'apart',
        setup: ({ onResolve }) => {
          const inPart = `/libraries/(?:${Object.keys(APART_IN_PART).join('|')})\\.js$`;
          onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$|${inPart}`) }, ({ path }) => ({
            path: `./${basename(path, '.js')}.cjs`,
            external: true,
          }));
        },
      },
    ],
  );
  await bundle(
    { ...Object.fromEntries(APART.map((name) => [name, name])), ...APART_IN_PART },
    ['ws'],
    [
      {
        // Parts of Puppeteer for what is done otherwise here, downloading and another protocol: they would be loaded before every paper.
        name: 'left-out',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^@puppeteer\/browsers$|^chromium-bidi|\/bidi\/bidi\.js$/ }, ({ path }) => ({
            path,
            namespace: 'left-out',
          }));
          onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
        },
      },
    ],
  );
  const names = Object.keys(await import(pathToFileURL(join(root, 'dist', 'index.js')))).join(', ');
  writeFileSync(
    join(root, 'dist', 'program', 'index.js'),
    `import program from './scrutiny.cjs';\n\nexport const { ${names} } = program.library();\n`,
  );
  writeFileSync(
    join(root, 'dist', 'program', 'index.d.ts'),
    bundleDeclarations(join(root, 'dist', 'index.d.ts')),
  );
  writeFileSync(join(root, 'dist', 'program', 'LICENCES.txt'), licencesOf(inputs));
}

/** What esbuild leaves in expressions and templates is escaped too: a program in ASCII is read in a fifth of the time and takes half the memory. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The licences of the packages in the program, which ask to go where it goes. */
function licencesOf(inputs) {
  const packages = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(packages)]
    .toSorted()
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((found) => /^(licen[cs]e|copying)/i.test(found));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
      return `${name} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}

const digest = digestOf([
  ...filesBelow(join(root, 'src')),
  ...filesBelow(join(root, 'templates')),
  join(root, 'tsconfig.json'),
  join(root, 'package-lock.json'),
  import.meta.filename,
  join(import.meta.dirname, 'bundle-declarations.mjs'),
  join(import.meta.dirname, 'precompiled-templates.mjs'),
]);
if (builtFrom() !== digest) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(compiler, '..', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', root], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const { precompiledTemplates } = await import('./precompiled-templates.mjs');
  writeFileSync(join(root, 'dist', 'html', 'precompiled-templates.js'), precompiledTemplates());
  await buildProgram();
  writeFileSync(join(root, 'dist', 'program', 'build-id'), digest);
  writeFileSync(stampFile, digest);
}
chmodSync(join(root, 'bin', 'scrutiny.js'), 0o755);
