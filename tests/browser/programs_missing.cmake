# The test that stands in for the browser tests where programs for them are missing: it fails and says what to do.
message(FATAL_ERROR "the browser tests were not run, for these programs are missing:${missing}. "
  "tools/setup.sh --tests installs them; -DSTAFFSIM_BROWSER_TESTS=OFF leaves the browser tests out.")
