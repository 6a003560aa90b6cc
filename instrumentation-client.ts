export { depart as onRouterTransitionStart } from "./components/shell/departure";
