/** Run as a process: judges every hostile file and tells how much memory that took; or one text of a gigabyte. */
import { compactShelf, judgeText } from '../support/compact-shelf.js';
import { keptHostiles, MADE } from './hostile-bytes.js';

const shelf = await compactShelf();
if (process.argv[2] === 'gigabyte') {
  const bytes = new Uint8Array(1024 ** 3 + 7).fill(0x78);
  bytes.set(new TextEncoder().encode('<a>'));
  bytes.set(new TextEncoder().encode('</a>'), 1024 ** 3 + 3);
  const { regels } = await judgeText(shelf, bytes);
  process.stdout.write(JSON.stringify({ id: regels[0]?.id }));
} else {
  const hostiles = [...keptHostiles(), ...MADE];
  for (const { bytes } of hostiles) await judgeText(shelf, bytes());
  // In kilobytes on every system that Node runs on.
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ judged: hostiles.length, peakMb }));
}
