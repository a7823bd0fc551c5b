// SPDX-License-Identifier: Apache-2.0
// Runs the program under test, in a room that is removed at the end.
import {execFile, execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const tree = resolve(here, '../..');
export const samples = join(tree, 'corpora/samples');
const program = process.env.EKIMU || join(tree, 'ekimu');

export const room = mkdtempSync(join(tmpdir(), 'ekimu-pages-'));
process.on('exit', () => rmSync(room, {recursive: true, force: true}));

const wrong = (words, error) =>
  new Error(`ekimu ${words.join(' ')}: ${error.code ?? error.status}\n${error.stderr}`);

/** Begins to run it; fulfilled when it has ended. 1 tells of a change. */
export const begin = (...words) => new Promise((done, fail) =>
  execFile(program, words, {maxBuffer: 1 << 29}, (error, out) =>
    error && ![1, 3, 5].includes(error.code) ? fail(wrong(words, error)) :
      done(out)));

/** Standard output of the program; 3 and 5 tell of unread documents. */
export function ekimu(...words) {
  try {
    return execFileSync(program, words, {maxBuffer: 1 << 29,
      stdio: ['ignore', 'pipe', 'pipe']}).toString();
  } catch (error) {
    if ([1, 3, 5].includes(error.status)) return error.stdout.toString();
    throw wrong(words, error);
  }
}
