/* The last of the scripts: everything is defined, the page stands, begin. */
window.monitor.start();
