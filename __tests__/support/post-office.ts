import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail that reached the server: who it was really handed to, and everything that was said. */
export type Delivery = { to: string[]; source: string };

/** A real SMTP server that takes every mail. */
export async function openPostOffice() {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      let source = "";
      stream.on("data", (chunk: Buffer) => {
        source += chunk.toString("utf8");
      });
      stream.on("end", () => {
        deliveries.push({ to: envelope.rcptTo.map(({ address }) => address), source: readable(source) });
        done();
      });
    },
  });
  // Whoever is killed in the middle of a word leaves a broken connection behind.
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    deliveries,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** Undoes quoted-printable, so that long lines and accents can be looked for. */
function readable(source: string): string {
  const bytes = source
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
