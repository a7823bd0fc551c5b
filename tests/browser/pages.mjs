// SPDX-License-Identifier: Apache-2.0
import {launch, open} from './browser.mjs';
import {contract} from './contract.mjs';
import {finish} from './suite.mjs';

const browser = await launch();
const window = await open(browser);
await contract(window, 'mock', process.argv[3]);
await browser.close();
process.exit(finish());
