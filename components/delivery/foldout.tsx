import type { ReactNode } from "react";
import { ChevronDown } from "../ui/icons";

/** Something that can be done, with its form folded below it: one is open at a time. Works without a script. */
export function Foldout(props: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <details name="delivery-deed" className="group/deed">
      <summary className="-outline-offset-2 flex min-h-11 list-none items-center gap-3 px-4 py-2.5 font-medium text-sm transition-colors hover:bg-sunken group-open/deed:bg-sunken [&::-webkit-details-marker]:hidden [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted">
        {props.icon}
        <span className="flex-1">{props.title}</span>
        <ChevronDown aria-hidden className="transition-transform group-open/deed:rotate-180" />
      </summary>
      <div className="px-4 pt-3 pb-5">{props.children}</div>
    </details>
  );
}
