// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {TestFlowLimit} from "axelar-its-1.2.4/contracts/test/utils/TestFlowLimit.sol";

/// The package's own test contract, which opens the operations of its flow limit. The name tells its versions apart.
contract AxelarFlow124 is TestFlowLimit {}
