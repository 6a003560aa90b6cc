import { readFileSync } from "node:fs";

type Reference = { exportedName: string };

const references: Record<string, Reference> = JSON.parse(
  readFileSync(".next/server/server-reference-manifest.json", "utf8"),
).node;

/** The id by which browsers call an action of this build. */
export function actionId(name: string): string {
  const found = Object.entries(references).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`The build has no action called ${name}.`);
  return found[0];
}

/** Whether an action is given a form; the others are given an object. */
export const takesForm = (name: string): boolean => /Form$|Button$/.test(name);

/** Forms whose page shows the answer are given what it was before as well. */
const takesBefore = (name: string): boolean => /Form$/.test(name);

/** What a browser with JavaScript posts to call an action. */
export function calling(
  name: string,
  input: Record<string, string>,
): { headers: Record<string, string>; body: string } {
  if (!takesForm(name)) {
    const headers = { "next-action": actionId(name), "content-type": "text/plain;charset=UTF-8" };
    return { headers, body: JSON.stringify([input]) };
  }
  const boundary = "----tormenta";
  const part = (field: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`;
  const fields = Object.entries(input).map(([field, value]) => part(`_1_${field}`, value));
  const args = part("0", takesBefore(name) ? '[null,"$K1"]' : '["$K1"]');
  const headers = {
    "next-action": actionId(name),
    "content-type": `multipart/form-data; boundary=${boundary}`,
  };
  return { headers, body: `${fields.join("")}${args}--${boundary}--\r\n` };
}
