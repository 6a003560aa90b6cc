/** What a form that a script sends takes for the answer when the server could not be reached. */
export const unreachable = { ok: false, reason: "ui.unreachable", fields: {} } as const;
