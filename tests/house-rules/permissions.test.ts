// That roles are compared by name nowhere: who may what is asked of permissions.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesIn } from './source-files.ts';

const ROLE = `'(?:guest|editor|reviewer|legal)'`;
/** `role === 'guest'`, `'guest' !== role`, `case 'guest'`, `.where('mine.role', '<>', 'guest')`, `['editor', 'reviewer'].includes(role)`. */
const COMPARED = [
  `[=!]==? ?${ROLE}`,
  `${ROLE} ?[=!]==?`,
  `case ${ROLE}`,
  `'(?:=|==|!=|<>|is|is not)', ?${ROLE}`,
  `'(?:not )?in', ?\\[[^\\]]*${ROLE}`,
  `\\[[^\\]]*${ROLE}[^\\]]*\\]\\.(?:includes|indexOf|some|find)`,
  `(?:<>|\\bin ?\\(|\\.role ?=) ?${ROLE}`,
].map((pattern) => new RegExp(pattern));

/** Files in which a role's name stands for something else than a permission. */
const WITH_REASON: Record<string, string> = {
  'src/people/desks/member-commands.ts': 'no desk is left without an editor, whatever editors may',
  'src/people/profiles/page.ts': 'legal is a sort of key claims here',
  'src/people/profiles/profile.ts': 'legal is a sort of key claims here',
  'src/claims/key-rule.ts': 'legal is a sort of key claims here',
};

const files = [...filesIn('src', '.ts'), ...filesIn('views', '.ejs')];

/** The lines that compare a role by its name; a query is asked of the editor or the writer, which is nobody's role. */
function comparing(lines: readonly string[]): string[] {
  return lines.filter((line) => !/to_whom/.test(line) && COMPARED.some((pattern) => pattern.test(line)));
}

test('roles are compared by name in no file but those that have a reason', () => {
  const wrong = files
    .filter(({ path }) => !(path in WITH_REASON))
    .flatMap(({ path, lines }) => comparing(lines).map((line) => `${path}: ${line.trim()}`));
  assert.deepEqual(wrong, [], 'ask may(role, …) or rolesThatMay(…) instead');
});

test('the reasons are those of files that need one', () => {
  const needless = Object.keys(WITH_REASON).filter((path) => {
    const file = files.find((one) => one.path === path);
    return file === undefined || comparing(file.lines).length === 0;
  });
  assert.deepEqual(needless, []);
});

test('the rule sees each way to compare', () => {
  const ways = [
    `if (role !== 'guest') return;`,
    `return 'guest' === article.role;`,
    `    case 'reviewer':`,
    `.where('mine.role', '<>', 'guest')`,
    `.where('mine.role', 'in', ['editor', 'reviewer'])`,
    `['editor', 'reviewer'].includes(role)`,
    `sql\`mine.role <> 'guest'\``,
    `sql\`mine.role = 'guest'\``,
    `sql\`mine.role in ('editor', 'reviewer')\``,
    `<% if (page.role === 'editor') { %>`,
  ];
  assert.deepEqual(comparing(ways), ways);
  const others = [
    `role: 'editor',`,
    `const ROLES: Role[] = ['editor', 'reviewer', 'guest'];`,
    `.where('query.to_whom', '=', 'editor')`,
  ];
  assert.deepEqual(comparing(others), []);
});
