"use client";

import { cx } from "class-variance-authority";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { buttonStyle } from "./button-style";

const itemStyle =
  "-outline-offset-2 flex min-h-9 pointer-coarse:min-h-11 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-start text-sm transition-colors hover:bg-sunken aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent-text [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

/**
 * A button that opens a panel of links and small forms.
 *
 * It is the browser's own popover: it opens, closes on Escape or a click elsewhere, and gives the focus back, all
 * without JavaScript and without inline styles; the script only closes it after a choice.
 *
 * @param label the button's name for screen readers, when `trigger` is only a picture
 */
export function Menu(props: {
  trigger: ReactNode;
  label?: string;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}) {
  const {
    trigger,
    label,
    align = "end",
    className = buttonStyle({ variant: "ghost", shape: "icon" }),
    children,
  } = props;
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={className}>
        {trigger}
        {label && <span className="sr-only">{label}</span>}
      </button>
      <div
        id={id}
        popover="auto"
        data-align={align}
        className="popover-panel w-max min-w-52 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-raised p-1.5 shadow-raised"
      >
        {children}
      </div>
    </>
  );
}

/** Something to go to from a menu. */
export function MenuLink({ href, className, children, ...rest }: ComponentProps<"a"> & { href: string }) {
  return (
    <a href={href} className={cx(itemStyle, className)} onClick={closeMenu} {...rest}>
      {children}
    </a>
  );
}

/**
 * Something to do from a menu: the submit button of a form inside it.
 *
 * @param onPress what a button without a form does; the menu has closed and given the focus back by then
 */
export function MenuButton({
  className,
  type = "submit",
  onPress,
  ...rest
}: ComponentProps<"button"> & { onPress?: () => void }) {
  function press(event: MouseEvent<HTMLElement>) {
    closeMenu(event);
    onPress?.();
  }
  return <button type={type} className={cx(itemStyle, className)} onClick={press} {...rest} />;
}

function closeMenu(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}
