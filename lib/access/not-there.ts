import { notFound } from "../platform/errors";
import { localeFromHeader } from "../platform/i18n/locales";
import { problemOf } from "./problem";

/** What programs are told of addresses below the API's own at which there is nothing: a problem instead of a page. */
export const notThere = (request: Request): Response =>
  problemOf(notFound(), request, localeFromHeader(request.headers.get("accept-language")));
