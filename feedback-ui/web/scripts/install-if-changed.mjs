// Runs `npm ci` only when the lock file or Node changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later builds the web application; this is ${process.versions.node}.`);
  console.error('Install a newer Node, or build without the web application: mvn verify -Dui.skip');
  process.exit(1);
}
const stamp = 'node_modules/.vigie-stamp';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.exit(0);
}
const npm = spawnSync(
  'npm',
  ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
  {
    stdio: 'inherit',
  },
);
if (npm.status !== 0) {
  process.exit(npm.status ?? 1);
}
writeFileSync(stamp, wanted);
