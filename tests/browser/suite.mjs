// SPDX-License-Identifier: Apache-2.0
// Runs what is asked for, says what failed; goes on after a failure.
let failed = 0, passed = 0;
const only = process.argv[2];

export async function test(name, body) {
  if (only && !name.includes(only)) return;
  const begun = performance.now();
  try {
    await body();
    passed++;
    if (only || process.env.VERBOSE)
      console.log(`ok: ${name}, ${Math.round(performance.now() - begun)} ms`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}: ${error.message.slice(0, 3000)}`);
    if (only) console.log(error.stack);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed || !passed ? 1 : 0;
}

/** Steps of a page that was made in another language before: those that its
 * words cannot change are left out, unless EKIMU_TESTS asks for all. */
export const steps_again = (steps, alike) => Object.fromEntries(
  Object.entries(steps).filter(([, step]) =>
    process.env.EKIMU_TESTS === 'all' || !alike.includes(step)));
