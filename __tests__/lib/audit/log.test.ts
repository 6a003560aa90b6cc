import { auditFile } from "@/lib/audit/audit-file";
import { eachEvent, findChainState, listEvents } from "@/lib/audit/queries";
import { type AuditFilter, auditFilter } from "@/lib/audit/schema";
import { tellEvent } from "@/lib/audit/tell";
import { withdrawIdea } from "@/lib/ideas/commands";
import { changePerson } from "@/lib/people/commands";
import { db } from "@/lib/platform/db/client";
import { translator } from "@/lib/platform/i18n/translate";
import { addUnit, renameUnit } from "@/lib/settings/units";
import { castVote } from "@/lib/votes/commands";
import { foundOrganisation, givenIdea, hire } from "../../support/database";

const administrator = () => hire({ name: "Lucía", roles: ["employee", "administrator"] });
const filtered = (input: Record<string, string> = {}): AuditFilter => auditFilter.parse(input);
const typesFor = async (input: Record<string, string>) =>
  (await listEvents(await administrator(), filtered(input))).events.map(({ type }) => type);

beforeEach(foundOrganisation);

describe("the audit log", () => {
  it.each([["employee"], ["reviewer"], ["executive"], ["communicator"], ["moderator"]] as const)(
    "is shut to somebody who is %s alone",
    async (role) => {
      const actor = await hire({ roles: [role] });

      await expect(listEvents(actor, filtered())).rejects.toMatchObject({ code: "forbidden" });
      await expect(findChainState(actor)).rejects.toMatchObject({ code: "forbidden" });
      await expect(auditFile(actor, filtered())).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it("tells who did what to what, newest first", async () => {
    const author = await hire({ name: "Samuel" });
    const voter = await hire({ name: "Marta" });
    const idea = await givenIdea({ author, title: "Racks at the north gate" });
    await castVote(voter, { ideaId: idea.id });
    await withdrawIdea(author, { ideaId: idea.id });

    const { events } = await listEvents(await administrator(), filtered({ about: idea.id }));
    expect(events).toMatchObject([
      {
        type: "idea.withdrawn",
        actor: "Samuel",
        via: "web",
        subject: { kind: "idea", name: "Racks at the north gate" },
      },
      { type: "vote.cast", actor: "Marta" },
    ]);
  });

  it("finds what somebody did by part of the name, by address, and by id", async () => {
    const someone = await hire({ name: "Ángela Cañizares", email: "angela@example.org" });
    const idea = await givenIdea();
    await castVote(someone, { ideaId: idea.id });

    for (const person of ["canizar", "ANGELA@example.org", someone.id]) {
      expect([person, await typesFor({ person })]).toEqual([person, ["vote.cast"]]);
    }
  });

  it("finds nothing of somebody who is not there", async () => {
    expect(await typesFor({ person: "Nobody of that name" })).toEqual([]);
    expect(await typesFor({ person: "%" })).toEqual([]);
  });

  it("takes the address of an idea's page for the idea", async () => {
    const { id } = await givenIdea();
    await castVote(await hire(), { ideaId: id });

    expect(await typesFor({ about: `https://ideas.example.org/ideas/${id}?comment=1` })).toEqual(["vote.cast"]);
  });

  it("narrows by kind and by door, both together", async () => {
    const { id } = await givenIdea();
    const program = { ...(await hire()), via: "api" } as Awaited<ReturnType<typeof hire>>;
    await castVote(await hire(), { ideaId: id });
    await castVote(program, { ideaId: id });

    const { events } = await listEvents(await administrator(), filtered({ about: id, type: "vote.cast", via: "api" }));
    expect(events.map(({ actorId }) => actorId)).toEqual([program.id]);
  });

  it("counts days where the organisation is", async () => {
    const { id } = await givenIdea();
    // Half past eleven at night of 3 March in Santiago is the 4th in UTC.
    await db.$executeRaw`
      insert into event (at, type, via, subject_id) values ('2026-03-04T02:30:00Z', 'vote.cast', 'web', ${id}::uuid)`;

    expect(await typesFor({ about: id, from: "2026-03-03", to: "2026-03-03" })).toEqual(["vote.cast"]);
    expect(await typesFor({ about: id, from: "2026-03-04" })).toEqual([]);
    expect(await typesFor({ about: id, to: "2026-03-02" })).toEqual([]);
  });

  it("goes on where a page ended, without losing or repeating any, also within one moment", async () => {
    const { id } = await givenIdea();
    await db.$executeRaw`
      insert into event (at, type, via, subject_id)
      select '2026-03-04T12:00:00Z', 'vote.cast', 'web', ${id}::uuid from generate_series(1, 120)`;
    const actor = await administrator();

    const seen: bigint[] = [];
    let before: string | undefined;
    do {
      const { events, next } = await listEvents(actor, filtered({ about: id, ...(before && { before }) }));
      seen.push(...events.map((event) => event.id));
      before = next ?? undefined;
    } while (before);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => Number(b - a)));
  });

  it("does not tell what a draft is called", async () => {
    const author = await hire();
    const { id } = await givenIdea({ author, status: "draft", title: "Nobody's business yet" });
    await db.$executeRaw`insert into event (type, via, subject_id) values ('idea.followed', 'web', ${id}::uuid)`;

    const { events } = await listEvents(await administrator(), filtered({ about: id }));
    expect(events.map(({ subject }) => subject)).toEqual([null]);
  });

  it("ignores what an address says in vain", () => {
    expect(
      filtered({ person: "", about: "no-id", type: "a b", via: "window", from: "yesterday", to: "", before: "x" }),
    ).toEqual({});
  });
});

describe("a sentence", () => {
  const told = async (input: Record<string, string>, locale: "en" | "es" = "en") => {
    const { events } = await listEvents(await administrator(), filtered(input));
    return tellEvent(events[0] as NonNullable<(typeof events)[0]>, translator(locale));
  };

  it("says what was before and what is since", async () => {
    const actor = await administrator();
    await addUnit(actor, { kind: "category", name: "Parking", parentId: null, placeKind: "site" });
    const { id } = await db.category.findUniqueOrThrow({ where: { name: "Parking" } });
    await renameUnit(actor, { kind: "category", id, name: "Mobility" });

    expect(await told({ about: id })).toMatchObject({
      what: "renamed a part of the organisation",
      change: { from: "Parking", to: "Mobility" },
      subject: { name: "Mobility" },
    });
  });

  it("says states and roles in the reader's language", async () => {
    const actor = await administrator();
    const someone = await hire();
    await changePerson(actor, {
      personId: someone.id,
      name: someone.name,
      departmentId: null,
      placeId: null,
      levelId: null,
      joinedOn: null,
      roles: ["employee", "reviewer"],
    });

    expect((await told({ about: someone.id }, "es")).change?.to).toBe("Personal, Evaluación");
  });

  it("says people by their names", async () => {
    const owner = await hire({ name: "Marta Ibáñez", roles: ["reviewer"] });
    const { id } = await givenIdea();
    await db.$executeRaw`
      insert into event (type, via, subject_id, payload)
      values ('idea.assigned', 'web', ${id}::uuid, ${JSON.stringify({ from: null, to: owner.id })}::jsonb)`;

    expect((await told({ about: id })).change).toEqual({ from: "–", to: "Marta Ibáñez" });
  });

  it("says which state got which colour", async () => {
    const { id } = await givenIdea();
    const payload = JSON.stringify({ state: "accepted", from: "success", to: "warning" });
    await db.$executeRaw`
      insert into event (type, via, subject_id, payload) values ('state.recoloured', 'web', ${id}::uuid, ${payload}::jsonb)`;

    expect(await told({ about: id })).toMatchObject({
      change: { from: "Green", to: "Orange" },
      detail: "Accepted",
    });
  });

  it("is the bare name of a kind that nobody knows any more", async () => {
    const { id } = await givenIdea();
    await db.$executeRaw`insert into event (type, via, subject_id) values ('idea.forgotten', 'web', ${id}::uuid)`;

    expect((await told({ about: id })).what).toBe("idea.forgotten");
  });
});

describe("the file", () => {
  async function fileOf(input: Record<string, string>): Promise<string> {
    const { pieces } = await auditFile(await administrator(), filtered(input));
    let text = "";
    for await (const piece of pieces) text += piece;
    return text;
  }

  it("holds what the filter shows, one line each, with a head", async () => {
    const { id } = await givenIdea();
    await castVote(await hire({ name: "Marta" }), { ideaId: id });
    await castVote(await hire({ name: "Samuel" }), { ideaId: id });

    const lines = (await fileOf({ about: id })).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(`"Person"`);
    expect(lines[1]).toContain(`"Samuel"`);
    expect(lines[2]).toContain(`"voted"`);
  });

  it.each(["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])(
    "lets no spreadsheet execute a title that begins like %j",
    async (title) => {
      const { id } = await givenIdea({ title: `${title} is what I propose` });
      await castVote(await hire(), { ideaId: id });

      // Behind a tab another cell may begin, elsewhere.
      expect(await fileOf({ about: id })).toContain(`,"'${title.replace("\t", "\t'")}`);
    },
  );

  it("keeps quotes, commas and line ends inside their field", async () => {
    const { id } = await givenIdea({ title: 'Say "yes", or\nno' });
    await castVote(await hire(), { ideaId: id });

    expect(await fileOf({ about: id })).toContain(`,"Say ""yes"", or\nno",`);
  });

  it("is an event itself, with what it was narrowed to", async () => {
    const actor = await administrator();
    await auditFile(actor, filtered({ via: "api" }));

    const event = await db.event.findFirst({ where: { type: "audit.exported", actorId: actor.id } });
    expect(event?.payload).toEqual({ filter: { via: "api" } });
  });

  it("is read a piece at a time, all of it", async () => {
    const { id } = await givenIdea();
    await db.$executeRaw`
      insert into event (at, type, via, subject_id)
      select '2026-03-04T12:00:00Z', 'vote.cast', 'web', ${id}::uuid from generate_series(1, 25)`;
    const sizes: number[] = [];
    for await (const events of eachEvent(await administrator(), filtered({ about: id }), 10)) sizes.push(events.length);

    expect(sizes).toEqual([10, 10, 5]);
  });
});
