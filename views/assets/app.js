// Small comforts in the browser; every page works without this file.
