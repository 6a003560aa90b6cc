import { chance, idFor } from "./demo-chance";
import type { DemoDelivery } from "./demo-deliveries";

const DAY_MS = 86_400_000;

const milestones = {
  en: ["Plan agreed with those it concerns", "Supplier chosen", "Half of the work done", "Handed over"],
  es: ["Plan acordado con quienes lo usan", "Proveedor elegido", "Mitad de la obra hecha", "Entregado"],
  pt: ["Plano combinado com quem usa", "Fornecedor escolhido", "Metade do trabalho feito", "Entregue"],
};

const news = {
  en: [
    "We have walked the place with those who asked for it, and the plan is now two pages long.",
    "The supplier is **chosen**. Delivery takes four weeks, so we begin with what needs no material.",
    "Half of it is there. Whoever passes by can see it; tell us what does not fit.",
    "Done. Thank you to everybody who asked, and to those who put up with the noise.",
  ],
  es: [
    "Hemos recorrido el lugar con quienes lo pidieron, y el plan ocupa ya dos páginas.",
    "El proveedor está **elegido**. Tarda cuatro semanas, así que empezamos por lo que no necesita material.",
    "Ya está la mitad. Quien pase por allí puede verlo; contadnos lo que no encaje.",
    "Hecho. Gracias a quienes lo pidieron y a quienes aguantaron el ruido.",
  ],
  pt: [
    "Percorremos o local com quem pediu, e o plano já tem duas páginas.",
    "O fornecedor está **escolhido**. Leva quatro semanas, então começamos pelo que não precisa de material.",
    "Metade já está pronta. Quem passar por lá pode ver; contem o que não encaixa.",
    "Pronto. Obrigado a quem pediu e a quem aguentou o barulho.",
  ],
};

type Row = Record<string, string | number | null>;

/** What is on the way of a delivery of the demo, and what was told of it; invented. */
export function demoTexts(delivery: DemoDelivery, loadedAt: Date): { milestones: Row[]; updates: Row[] } {
  const { id, ideas, startedAt, dueAt, endedAt, progress, ownerId } = delivery;
  const locale = ideas[0]?.locale ?? "es";
  const length = dueAt.getTime() - startedAt.getTime();
  const until = (endedAt ?? loadedAt).getTime();
  const onDay = (share: number) => startedAt.getTime() + Math.floor((share * length) / DAY_MS) * DAY_MS;
  const dayText = (at: number) => new Date(at).toISOString().slice(0, 10);
  const reached = (share: number) => 100 * share <= progress;
  const shares = [0.15, 0.4, 0.7, 1];
  return {
    milestones: shares.map((share, nth) => ({
      id: idFor(`milestone ${id} ${nth}`),
      delivery_id: id,
      name: milestones[locale][nth] ?? "",
      due_on: dayText(onDay(share)),
      done_on: reached(share)
        ? dayText(Math.min(onDay(share) + Math.round(8 * (chance(`reached ${id} ${nth}`) - 0.5)) * DAY_MS, until))
        : null,
    })),
    updates: shares.flatMap((share, nth) => {
      const at = startedAt.getTime() + share * (until - startedAt.getTime()) * 0.98;
      const percent = share === 1 ? progress : 5 * Math.round(20 * share);
      if (percent > progress || (share === 1 && !endedAt)) return [];
      const body = news[locale][nth] ?? null;
      const said = { id: idFor(`news ${id} ${nth}`), delivery_id: id, author_id: ownerId, progress: percent, body };
      return [{ ...said, at: new Date(at).toISOString() }];
    }),
  };
}
