// SPDX-License-Identifier: Apache-2.0
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import {ekimu, room, samples, tree} from './program.mjs';

const read = path => JSON.parse(readFileSync(path, 'utf8'));
// The module is made for another runner; only the schema in it is of use.
const sarif_at = join(dirname(createRequire(import.meta.url)
  .resolve('@microsoft/jest-sarif/package.json')),
  'lib/schemas/sarif-2.1.0-rtm.5.json');

function validator(made, schema) {
  formats.default(made);
  return made.compile(schema);
}
// Its patterns are older than the u flag.
const sarif = validator(
  new Ajv4({strict: false, allErrors: true, unicodeRegExp: false}),
  read(sarif_at));
const ours = name => validator(
  new Ajv2020({strict: true, strictRequired: false, allErrors: true}),
  read(join(tree, `docs/ekimu-${name}.schema.json`)));
const result = ours('result'), diff = ours('diff');

let bad = 0;
function holds(validate, value, name) {
  if (validate(value)) return;
  bad++;
  for (const e of validate.errors.slice(0, 10))
    console.log(`${name}: ${e.instancePath || '/'} ${e.message}`);
}
for (const words of [['--lang', 'en'], ['--lang', 'ja', '--bundle', 'All']]) {
  const out = join(room, words.at(-1), '/'), name = words.join(' ');
  ekimu('scan', '--quiet', '--with-text', '--format', 'sarif', '--format',
    'json', '--format', 'ndjson', '-o', out, ...words, samples);
  const log = read(join(out, 'ekimu.sarif'));
  holds(sarif, log, `sarif ${name}`);
  if (!log.runs[0].results.length) bad++;
  for (const one of read(join(out, 'ekimu.json')))
    holds(result, one, `json ${name}`);
  for (const line of readFileSync(join(out, 'ekimu.ndjson'), 'utf8').trim()
    .split('\n'))
    holds(result, JSON.parse(line), `ndjson ${name}`);
}
for (const [before, after] of [['ja-suirei-vault.txt', 'ja-kotori-desk.md'],
  ['en-plumkite.md', 'en-plumkite.md'], ['en-plumkite.md', 'not-there']])
  holds(diff, JSON.parse(ekimu('diff', '--quiet', '--format', 'json',
    join(samples, before), join(samples, after))), `diff to ${after}`);
// A validator that lets everything through would say the same.
if (sarif({version: '2.1.0', runs: [{}]}) || result({ekimu: '1'}) ||
  diff({ekimu: '1'})) {
  console.log('the schemas hold nothing back');
  bad++;
}
console.log(bad ? `${bad} not valid` : 'valid');
process.exit(bad ? 1 : 0);
