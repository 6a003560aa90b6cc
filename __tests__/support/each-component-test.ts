import "@testing-library/jest-dom";

// jsdom knows neither modal dialogs nor popovers: they open and close, that is all a test needs.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
HTMLElement.prototype.hidePopover = () => {};
