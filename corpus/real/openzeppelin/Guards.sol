// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.27;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

contract Roles is AccessControl {
    bytes32 public constant SETTER = keccak256("SETTER");
    uint256 public value;

    constructor() {
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
    }

    function set(uint256 to) external onlyRole(SETTER) {
        value = to;
    }
}

contract Stoppable is Pausable, Ownable {
    uint256 public moved;

    constructor() Ownable(msg.sender) {}

    function pause() external onlyOwner {
        _pause();
    }

    function unpause() external onlyOwner {
        _unpause();
    }

    function move(uint256 amount) external whenNotPaused {
        moved += amount;
    }
}

/// Pays before it counts: only the guard keeps it whole.
contract Bank is ReentrancyGuard {
    mapping(address => uint256) public owed;
    uint256 public total;

    function deposit() external payable nonReentrant {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function withdraw(uint256 amount) external nonReentrant {
        require(owed[msg.sender] >= amount, "too much");
        (bool ok, ) = msg.sender.call{value: amount}("");
        require(ok, "not taken");
        owed[msg.sender] -= amount;
        total -= amount;
    }
}

contract TransientBank is ReentrancyGuardTransient {
    mapping(address => uint256) public owed;
    uint256 public total;

    function deposit() external payable nonReentrant {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function withdraw(uint256 amount) external nonReentrant {
        require(owed[msg.sender] >= amount, "too much");
        (bool ok, ) = msg.sender.call{value: amount}("");
        require(ok, "not taken");
        owed[msg.sender] -= amount;
        total -= amount;
    }
}

/// The same without the guard, and with numbers that wrap: what is owed leaves twice.
contract OpenBank {
    mapping(address => uint256) public owed;
    uint256 public total;

    function deposit() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function withdraw() external {
        uint256 amount = owed[msg.sender];
        (bool ok, ) = msg.sender.call{value: amount}("");
        require(ok, "not taken");
        owed[msg.sender] = 0;
        unchecked {
            total -= amount;
        }
    }
}
