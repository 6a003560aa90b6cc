"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { moveCardAction } from "@/lib/desk/actions";
import type { Whose } from "@/lib/desk/schema";
import { canMove, demands, type filterStates, statusNames } from "@/lib/ideas/states";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormProblem } from "../ui/form-problem";
import { unreachable } from "../ui/unreachable";
import { deskPath } from "./desk-path";

type Status = (typeof filterStates)[number];

/** Fetched when the board is there: cards are links and menus without it. */
const fetchAdapter = () => import("@atlaskit/pragmatic-drag-and-drop/element/adapter");

type Adapter = Awaited<ReturnType<typeof fetchAdapter>>;

/** What is carried: an idea as its card knows it. */
type Carried = { id: string; title: string; status: Status; version: number; isOwned: boolean };

const carriedOf = (card: HTMLElement): Carried => ({
  id: card.dataset.card ?? "",
  title: card.querySelector("h3")?.textContent ?? "",
  status: card.dataset.status as Status,
  version: Number(card.dataset.version),
  isOwned: card.dataset.owned === "yes",
});

/** Whether a move needs words or days that only its form can ask for. */
const needsForm = ({ isOwned }: Carried, to: Status) =>
  (demands[to] ?? []).some((demand) => demand !== "ownerId" || !isOwned);

/** Lets every card be carried to every column that it can go to. @returns what ends that */
function makeMovable({ draggable, dropTargetForElements }: Adapter, drop: (carried: Carried, to: Status) => void) {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)];
  const columns = all("[data-column]");
  const mark = (carried?: Carried) => {
    for (const { dataset } of columns) {
      if (!carried || dataset.column === carried.status) delete dataset.over;
      else dataset.over = canMove("reviewer", carried.status, dataset.column as Status) ? "may" : "no";
    }
  };
  const ends = [
    ...all("[data-movable]").map((element) =>
      draggable({
        element,
        getInitialData: () => carriedOf(element),
        onDragStart: () => mark(carriedOf(element)),
        onDrop: () => mark(),
      }),
    ),
    ...columns.map((element) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => canMove("reviewer", (source.data as Carried).status, element.dataset.column as Status),
        onDragEnter: () => {
          element.dataset.over = "yes";
        },
        onDragLeave: () => {
          element.dataset.over = "may";
        },
        onDrop: ({ source }) => drop(source.data as Carried, element.dataset.column as Status),
      }),
    ),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/**
 * Lets cards be dragged from column to column. What a move demands is asked by its form; the menu of each card leads there
 * as well, by keyboard and without a script.
 *
 * @param drawn changes whenever the board is drawn anew
 */
export function BoardDrag({ whose, drawn }: { whose: Whose; drawn: string }) {
  const router = useRouter();
  const t = useTranslations();
  const [problem, setProblem] = useState<MessageKey>();
  const [said, say] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: new cards have to be made movable
  useEffect(() => {
    let end: (() => void) | undefined;
    let isGone = false;
    async function drop(carried: Carried, to: Status) {
      const { id, title, version } = carried;
      if (needsForm(carried, to)) return router.push(deskPath(id, { whose, view: "due" }, to));
      setProblem(undefined);
      const outcome = await moveCardAction({ ideaId: id, version, to }).catch(() => unreachable);
      if (outcome.ok) say(t("desk.boardMoved", { title, state: t(statusNames[to]) }));
      else setProblem(outcome.reason);
      router.refresh();
    }
    fetchAdapter().then(
      (adapter) => {
        if (!isGone) end = makeMovable(adapter, (carried, to) => void drop(carried, to));
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      end?.();
    };
  }, [router, t, whose, drawn]);

  return (
    <>
      <FormProblem {...(problem ? { error: problem } : {})} />
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  );
}
