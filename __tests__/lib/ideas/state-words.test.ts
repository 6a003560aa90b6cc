import { stateWording } from "@/lib/ideas/schema";
import { listStateWords, refreshStateWords, wordState } from "@/lib/ideas/state-words";
import { nameableStates, stateTones, statusNames } from "@/lib/ideas/states";
import { db } from "@/lib/platform/db/client";
import { locales } from "@/lib/platform/i18n/locales";
import { messages } from "@/lib/platform/i18n/messages";
import { browserTexts, sayOwnWords } from "@/lib/platform/i18n/texts";
import { translator } from "@/lib/platform/i18n/translate";
import { hire } from "../../support/database";

const usual = { en: "", es: "", pt: "", tone: "success" } as const;
const worded = (input: Record<string, string>) => stateWording.parse({ status: "accepted", ...usual, ...input });
const administrator = () => hire({ roles: ["employee", "administrator"] });

afterEach(async () => {
  await db.stateName.deleteMany();
  await db.stateLook.deleteMany();
  sayOwnWords({});
});

it("calls a state by the organisation's own name, in that language alone", async () => {
  await wordState(await administrator(), worded({ es: "Seleccionada" }));

  expect(translator("es")("ideas.statusAccepted")).toBe("Seleccionada");
  expect(translator("en")("ideas.statusAccepted")).toBe(messages.en.ideas.statusAccepted);
});

it("colours a state in every language", async () => {
  await wordState(await administrator(), worded({ tone: "warning" }));

  expect(locales.map((locale) => translator(locale)("ideas.look_accepted"))).toEqual(Array(3).fill("warning"));
});

it("hands the name and the colour to what is drawn in the browser", async () => {
  await wordState(await administrator(), worded({ pt: "Escolhida", tone: "spark" }));

  const { ideas } = JSON.parse(browserTexts("pt"));
  expect([ideas.statusAccepted, ideas.look_accepted]).toEqual(["Escolhida", "spark"]);
});

it("says it in the inbox and in mails too", async () => {
  await wordState(await administrator(), worded({ es: "Seleccionada" }));

  expect(translator("es")("notifications.movedAccepted")).toBe("Seleccionada");
});

it("says a name as it was written, with signs that mean something in texts", async () => {
  await wordState(await administrator(), worded({ en: "Yes! {really} it's #1 <b>" }));

  expect(translator("en")("ideas.statusAccepted")).toBe("Yes! {really} it's #1 <b>");
});

it("says the portal's own word again where the name is emptied", async () => {
  const actor = await administrator();
  await wordState(actor, worded({ en: "Chosen", tone: "storm" }));
  await wordState(actor, worded({}));

  expect(translator("en")("ideas.statusAccepted")).toBe(messages.en.ideas.statusAccepted);
  expect(translator("en")("ideas.look_accepted")).toBe("success");
  expect(await db.stateName.count()).toBe(0);
});

it("says soon what was renamed through another process", async () => {
  await db.stateName.create({ data: { status: "in_review", locale: "en", name: "Being weighed" } });
  await refreshStateWords();

  expect(translator("en")("ideas.statusInReview")).toBe("Being weighed");
});

it("refuses a name that another state has, its own or the portal's", async () => {
  const actor = await administrator();
  await wordState(actor, worded({ status: "in_review", en: "Being weighed", tone: "storm" }));

  for (const en of ["being weighed", messages.en.ideas.statusDeclined]) {
    await expect(wordState(actor, worded({ en }))).rejects.toMatchObject({
      code: "conflict",
      fields: { en: "ideas.stateNameTaken" },
    });
  }
});

it("lets two states change their names with each other's in two steps", async () => {
  const actor = await administrator();
  await wordState(actor, worded({ en: "Somewhere else" }));
  await wordState(actor, worded({ status: "declined", en: messages.en.ideas.statusAccepted, tone: "danger" }));

  expect(translator("en")("ideas.statusDeclined")).toBe(messages.en.ideas.statusAccepted);
});

it("is for administrators alone", async () => {
  const reviewer = await hire({ roles: ["employee", "reviewer", "moderator"] });

  await expect(wordState(reviewer, worded({ en: "Mine" }))).rejects.toMatchObject({ code: "forbidden" });
  await expect(listStateWords(reviewer)).rejects.toMatchObject({ code: "forbidden" });
});

it("records each change with what was before, and nothing where nothing changes", async () => {
  const actor = await administrator();
  await wordState(actor, worded({ en: "Chosen", tone: "storm" }));
  await wordState(actor, worded({ en: "Chosen", tone: "storm" }));

  const events = await db.event.findMany({ where: { actorId: actor.id }, orderBy: { id: "asc" } });
  expect(events.map(({ type, payload }) => [type, payload])).toEqual([
    ["state.renamed", { state: "accepted", locale: "en", from: messages.en.ideas.statusAccepted, to: "Chosen" }],
    ["state.recoloured", { state: "accepted", from: "success", to: "storm" }],
  ]);
});

it("leaves the state itself as it is", async () => {
  await wordState(await administrator(), worded({ en: "Chosen" }));

  expect((await listStateWords(await administrator())).map(({ status }) => status)).toEqual([...nameableStates]);
});

it("every state has a name and a known colour in every language before anybody changes anything", () => {
  for (const locale of locales) {
    const t = translator(locale);
    for (const status of nameableStates) {
      expect(t(statusNames[status])).not.toContain("ideas.");
      expect(stateTones).toContain(t(`ideas.look_${status}`));
    }
  }
});
