import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Trouble } from "./trouble";

// Before anything reads a setting: what the shell says wins over the file.
if (existsSync(".env")) process.loadEnvFile(".env");

/** The folder that holds everything that must not be lost, when no DATABASE_URL says otherwise. */
export const dataDir = (): string => resolve(process.env.DATA_DIR || ".data");

/** The port the portal answers on. */
export function port(): number {
  const number = Number(process.env.PORT || 3000);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Trouble(`PORT is "${process.env.PORT}", which is no port: choose a number from 1 to 65535.`);
}
