// The browser in which pages are looked at.
import puppeteer from 'puppeteer-core';

/** A browser of its own, at a port that Lighthouse can speak to. */
export const browse = () =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--remote-debugging-port=0'],
  });
