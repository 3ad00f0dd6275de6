// Ends a registration: asks the platform that opened this page, and only it, to close it (Dynamic Registration 1.0 §3.8).
for (const button of document.querySelectorAll('[data-close-origin]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const platform = window.opener ?? window.parent;
    platform.postMessage({ subject: 'org.imsglobal.lti.close' }, button.dataset.closeOrigin);
  });
}
