"use client";

import { useEffect } from "react";
import { noteVisitAction } from "@/lib/insights/actions";

/** Says that somebody has looked, so that the page can tell next time what has changed since. Shows nothing. */
export function NoteVisit() {
  useEffect(() => {
    void noteVisitAction({});
  }, []);
  return null;
}
