import type { RollUp } from "./roll-ups";

/** What reviewers' marks say of each idea that was evaluated: the view `idea_score_now`, kept. */
export const ideaScores: RollUp = {
  name: "scores",
  refresh: async (tx, { ideas }) => {
    await tx.$executeRaw`delete from idea_score where idea_id = any(${ideas}::uuid[])`;
    await tx.$executeRaw`insert into idea_score select * from idea_score_now where idea_id = any(${ideas}::uuid[])`;
  },
  rebuild: async (tx) => {
    await tx.$executeRaw`delete from idea_score`;
    await tx.$executeRaw`insert into idea_score select * from idea_score_now`;
  },
};
