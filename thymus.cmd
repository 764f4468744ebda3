@echo off
rem The `thymus` command on Windows: needs JAVA_HOME to be a JDK 25 or later; builds Thymus on first use.
setlocal
set "root=%~dp0"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo thymus: set JAVA_HOME to a JDK of version 25 or later, for example from https://adoptium.net 1>&2
  exit /b 3
)
if "%~1"=="self-test" if "%~2"=="--unit" (
  call "%root%mvnw.cmd" -B -ntp -f "%root%pom.xml" test -Punit
  exit /b
)
if "%~1"=="self-test" (
  call "%root%mvnw.cmd" -B -ntp -f "%root%pom.xml" verify
  exit /b
)
if not exist "%root%ci\target\thymus-ci.jar" (
  echo thymus: building ^(once^) ... 1>&2
  del "%root%ci\target\thymus.aot" 2>nul
  call "%root%mvnw.cmd" -B -q -f "%root%pom.xml" -pl ci -am -Dmaven.test.skip=true package 1>&2 || exit /b 3
)
set "classes=%root%ci\target\thymus-ci.jar;%root%ci\target\lib\*"
rem The start-up cache, as in the other launcher: made once after a build; an empty file says that it could not be made.
set "cache=%root%ci\target\thymus.aot"
if "%~1"=="check" if not exist "%cache%" (
  echo thymus: preparing fast starts ^(once; a few seconds^) ... 1>&2
  "%JAVA_HOME%\bin\java" "@%root%ci\java.options" "-XX:AOTCacheOutput=%cache%" -cp "%classes%" thymus.ci.command.Main ^
    check "%root%corpus\vault\Vault.inv" --only level --transactions 10000 --for 20s ^
    --out "%root%.thymus\training" >nul 2>&1 <nul
  if not exist "%cache%" type nul >"%cache%"
)
"%JAVA_HOME%\bin\java" "@%root%ci\java.options" "-XX:AOTCache=%cache%" -Dthymus.root="%root%." -Dthymus.command="%~0" -cp "%classes%" ^
  thymus.ci.command.Main %*
exit /b %errorlevel%
