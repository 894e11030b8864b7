/** Where in a page a piece of a template stands: in text, in a quoted attribute, in an attribute without quotes, in a tag, in a style. */
export type Place = 'text' | 'attribute' | 'unquoted' | 'tag' | 'style' | 'comment';

type State =
  | { readonly in: 'text' | 'tag' | 'unquoted' | 'comment' }
  | { readonly in: 'attribute'; readonly quote: string }
  | { readonly in: 'style' };

/**
 * The place of every `{{…}}` of a template. Only a few of HTML's states matter here: whether words that are escaped for text and quoted
 * attributes are in one of those (HTML Living Standard, section 13.2.5).
 */
export function placesIn(program: hbs.AST.Program): ReadonlyMap<hbs.AST.Node, Place> {
  const places = new Map<hbs.AST.Node, Place>();
  walk(program, { in: 'text' }, places);
  return places;
}

function walk(program: hbs.AST.Program, from: State, places: Map<hbs.AST.Node, Place>): State {
  let state = from;
  for (const node of program.body) {
    if ('original' in node && node.type === 'ContentStatement') state = scan(String(node.original), state);
    else if (isBlock(node)) {
      const before = state;
      for (const branch of branchesOf(node)) state = walk(branch, before, places);
    } else places.set(node, state.in);
  }
  return state;
}

/** `{{^…}}` has no first branch, and a block without `{{else}}` no second one. */
function branchesOf(block: hbs.AST.BlockStatement): readonly hbs.AST.Program[] {
  const branches: readonly (hbs.AST.Program | undefined)[] = [block.inverse, block.program];
  return branches.flatMap((branch) => (branch ? [branch] : []));
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function scan(text: string, from: State): State {
  let state = from;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const [length, next] = step(rest, state);
    at += length;
    state = next;
  }
  return state;
}

/** How far this state reaches, and the one after it. */
function step(rest: string, state: State): readonly [number, State] {
  switch (state.in) {
    case 'text': {
      const found = /<!--|<\/?[a-z]/i.exec(rest);
      if (!found) return [rest.length, state];
      const end = found.index + found[0].length;
      if (found[0] === '<!--') return [end, { in: 'comment' }];
      const style = /^<style[^>]*>/i.exec(rest.slice(found.index));
      return style ? [found.index + style[0].length, { in: 'style' }] : [end, { in: 'tag' }];
    }
    case 'tag': {
      const found = /[>"']|=\s*(?=[^\s"'>])|=\s*$/.exec(rest);
      if (!found) return [rest.length, state];
      const end = found.index + found[0].length;
      if (found[0] === '>') return [end, { in: 'text' }];
      return [end, found[0].startsWith('=') ? { in: 'unquoted' } : { in: 'attribute', quote: found[0] }];
    }
    case 'unquoted': {
      const found = /[\s>]/.exec(rest);
      if (!found) return [rest.length, state];
      return [found.index + 1, { in: found[0] === '>' ? 'text' : 'tag' }];
    }
    case 'attribute': {
      const end = rest.indexOf(state.quote);
      return end < 0 ? [rest.length, state] : [end + 1, { in: 'tag' }];
    }
    case 'comment': {
      const end = rest.indexOf('-->');
      return end < 0 ? [rest.length, state] : [end + 3, { in: 'text' }];
    }
    case 'style': {
      const found = /<\/style/i.exec(rest);
      return found ? [found.index + found[0].length, { in: 'tag' }] : [rest.length, state];
    }
  }
}
