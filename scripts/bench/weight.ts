import { gzipSync } from "node:zlib";
import type { Ask } from "./load";

/** What a first visit to a page transfers, in bytes: gzipped, and the HTML as it is too. */
export type Weight = { html: number; htmlRaw: number; js: number; css: number };

const text = async (url: string, headers = {}) => (await fetch(url, { headers })).text();
const packed = (content: string) => gzipSync(content).length;

/** Reads a page and everything that it names: all scripts but those for browsers of long ago, and all style sheets. */
export async function weightOf(url: string, { path, headers }: Ask): Promise<Weight> {
  const html = await text(url + path, headers);
  const old = new Set([...html.matchAll(/src="([^"]+)" noModule/g)].map(([, file]) => file));
  const named = (pattern: RegExp) =>
    [...new Set([...html.matchAll(pattern)].map(([, file = ""]) => file))].filter((file) => !old.has(file));
  const sum = async (files: string[]) => {
    const contents = await Promise.all(files.map((file) => text(new URL(file, url).href)));
    return contents.reduce((bytes, content) => bytes + packed(content), 0);
  };
  return {
    html: packed(html),
    htmlRaw: html.length,
    js: await sum(named(/(?:src|href)="([^"]+\.js)"/g)),
    css: await sum(named(/href="([^"]+\.css)"/g)),
  };
}
