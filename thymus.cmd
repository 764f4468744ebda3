@echo off
rem The `thymus` command on Windows: needs JAVA_HOME to be a JDK 25 or later; builds Thymus on first use.
setlocal
set "root=%~dp0"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo thymus: set JAVA_HOME to a JDK of version 25 or later, for example from https://adoptium.net 1>&2
  exit /b 3
)
if "%~1"=="self-test" (
  call "%root%mvnw.cmd" -B -ntp -f "%root%pom.xml" verify
  exit /b
)
if not exist "%root%ci\target\thymus-ci.jar" (
  echo thymus: building ^(once^) ... 1>&2
  call "%root%mvnw.cmd" -B -q -f "%root%pom.xml" -pl ci -am -Dmaven.test.skip=true package 1>&2 || exit /b 3
)
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -XX:-DontCompileHugeMethods -XX:+UseParallelGC -Xss16m ^
  -Dthymus.root="%root%." -cp "%root%ci\target\thymus-ci.jar;%root%ci\target\lib\*" thymus.ci.Main %*
exit /b %errorlevel%
