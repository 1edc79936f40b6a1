import { existsSync } from 'node:fs';

/**
 * The browser to test with: the one named by `CHROMIUM`, the system's, or Playwright's own.
 * Chromium refuses its sandbox to the root user, and only there it is left off.
 */
export function browser(): { executablePath?: string; args: string[] } {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  return {
    ...(found ? { executablePath: found } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}
