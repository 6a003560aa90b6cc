import { linkHorizontal } from "d3-shape";

/** The line along the middle of a stream, as a path: from one point to another, level at both. */
export const river = linkHorizontal<unknown, { at: [number, number] }>()
  .x(({ at }) => at[0])
  .y(({ at }) => at[1]);

/** So much went from one to another. */
export type Stream = { from: string; to: string; value: number };

/** Where a name stands, and how much begins or ends there. */
export type Bank = { name: string; value: number; y: number; height: number };

const [SCALE, LEAST, APART] = [260, 38, 8];

function banksOf(streams: Stream[], side: "from" | "to", unit: number): Bank[] {
  const sums = new Map<string, number>();
  for (const stream of streams) sums.set(stream[side], (sums.get(stream[side]) ?? 0) + stream.value);
  let y = 0;
  return [...sums].map(([name, value]) => {
    const height = Math.max(LEAST, value * unit);
    const bank = { name, value, y, height };
    y += height + APART;
    return bank;
  });
}

/** Where streams begin and end, in pixels from the top, in the order in which they are told; room for a name at each. */
export function layFlow(streams: Stream[]) {
  const unit =
    SCALE /
    Math.max(
      1,
      streams.reduce((sum, { value }) => sum + value, 0),
    );
  const [left, right] = [banksOf(streams, "from", unit), banksOf(streams, "to", unit)];
  const height = Math.max(
    ...[left, right].map((banks) => banks.reduce((end, bank) => Math.max(end, bank.y + bank.height), 0)),
  );
  const used = { left: new Map<string, number>(), right: new Map<string, number>() };
  const take = (side: "left" | "right", banks: Bank[], name: string, value: number) => {
    const bank = banks.find((one) => one.name === name);
    const before = used[side].get(name) ?? 0;
    used[side].set(name, before + value);
    return bank ? bank.y + (bank.height - bank.value * unit) / 2 + (before + value / 2) * unit : 0;
  };
  const bands = streams.map(({ from, to, value }) => ({
    from,
    to,
    value,
    width: Math.max(1, value * unit),
    start: take("left", left, from, value),
    end: take("right", right, to, value),
  }));
  return { left, right, bands, height };
}
