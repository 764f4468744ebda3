@echo off
rem The `thymus` command on Windows: finds a JDK, builds Thymus when its sources are newer than the build, and runs it.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "called=%~0"
set "required=25"
set "work=%root%.thymus"
set "stamp=%root%ci\target\thymus.stamp"
set "modules=spec harness harness\fixtures harness\evm harness\contracts harness\fork harness\system solver fuzz ci"

set "jdk="
call :accept "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where javac 2^>nul') do if not defined jdk call :accept "%%~dpj.."
if not defined jdk for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined jdk call :accept "%%~d"
if defined jdk goto found
echo thymus: Thymus needs a JDK of version %required% or later, and none was found. 1>&2
echo thymus: Looked at JAVA_HOME, javac on PATH, and the usual folders in "%ProgramFiles%". 1>&2
echo thymus: Install one, for example Temurin from https://adoptium.net, or set JAVA_HOME to where it is. 1>&2
exit /b 3

:found
set "JAVA_HOME=%jdk%"
call :current
if errorlevel 1 call :build
if errorlevel 1 exit /b 3
if "%~1"=="self-test" goto selftest
set "classes=%root%ci\target\thymus-ci.jar;%root%ci\target\lib\*"
rem The start-up cache, as in the other launcher: made once after a build; an empty file says that it could not be made.
set "cache=%root%ci\target\thymus.aot"
if "%~1"=="check" if not exist "%cache%" (
  echo thymus: preparing fast starts ^(once; a few seconds^) ... 1>&2
  "%jdk%\bin\java" "@%root%ci\java.options" "-XX:AOTCacheOutput=%cache%" -cp "%classes%" thymus.ci.command.Main ^
    check "%root%corpus\vault\Vault.inv" "%root%corpus\vault\broken\HalfPaused.inv" --only level --only halted ^
    --transactions 10000 --for 20s --prove-again ^
    --out "%work%\training" >nul 2>&1 <nul
  if not exist "%cache%" type nul >"%cache%"
)
"%jdk%\bin\java" "@%root%ci\java.options" "-XX:AOTCache=%cache%" -Dthymus.root="%root%." -Dthymus.command="%called%" ^
  "-Dthymus.log.directory=%work%" -cp "%classes%" thymus.ci.command.Main %*
exit /b %errorlevel%

:selftest
rem Options behind the kind of tests go to Maven, as in the other launcher.
set "rest=%*"
set "rest=%rest:*self-test=%"
set "goal=verify"
if "%~2"=="--unit" goto kind
if "%~2"=="--integration" goto kind
goto tests
:kind
set "kind=%~2"
set "goal=test -P%kind:~2%"
call set "rest=%%rest:*%kind%=%%"
:tests
call "%root%mvnw.cmd" -B -ntp -f "%root%pom.xml" %goal% %rest%
exit /b %errorlevel%

rem Sets jdk to the folder given if that is a JDK that is new enough. Its `release` file answers without starting a JVM.
:accept
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "major=%%~m"
if not defined major exit /b 0
if %major% LSS %required% exit /b 0
set "jdk=%~1"
exit /b 0

rem Fails if there is no build, or if a source, or a folder that lost one, is newer.
:current
if not exist "%stamp%" exit /b 1
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $places = @($env:root + 'pom.xml') + @($env:modules -split ' ' | ForEach-Object { $env:root + $_ + '\pom.xml'; $env:root + $_ + '\src\main' }) | Where-Object { Test-Path -LiteralPath $_ }; $newer = @(Get-Item -LiteralPath $places) + @(Get-ChildItem -LiteralPath $places -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($newer) { exit 1 }"
exit /b %errorlevel%

:build
echo thymus: building ^(once; a minute at most when Maven has its libraries^) ... 1>&2
if not exist "%work%" mkdir "%work%"
rem What Maven was doing when it was killed: a class or a jar may be cut, and may look newer than its source.
if exist "%work%\unfinished" for %%m in (%modules%) do if exist "%root%%%m\target" rmdir /s /q "%root%%%m\target"
type nul >"%work%\unfinished" || exit /b 3
rem Sources that change during the build are newer than this.
type nul >"%work%\stamp"
if exist "%root%ci\target\thymus.aot" del "%root%ci\target\thymus.aot"
rem A later JDK may warn about more than the sources were written against.
set "lenient="
if not "%major%"=="%required%" set "lenient=-Dfail.on.warning=false"
call "%root%mvnw.cmd" -B -q -f "%root%pom.xml" -pl ci -am -DskipTests -Dmaven.test.skip=true %lenient% package >"%work%\build.log" 2>&1
set "code=%errorlevel%"
del "%work%\unfinished"
if not "%code%"=="0" goto failed
move /y "%work%\stamp" "%stamp%" >nul
exit /b %errorlevel%

:failed
type "%work%\build.log" 1>&2
echo thymus: the build failed; the log above is also in "%work%\build.log" 1>&2
exit /b 3
