// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Does what costs much.
contract Worker {
    mapping(uint256 => uint256[8]) private work;
    mapping(uint256 => bool) public worked;

    function run(uint256 id) external {
        for (uint256 i = 0; i < 8; i++) {
            work[id][i] = id + i + 1;
        }
        worked[id] = true;
    }
}

/// Has each order done once, whether or not it can be done.
contract Relay {
    Worker public immutable worker;
    bool private immutable careful;
    mapping(uint256 => bool) public done;
    uint256 public lost;

    constructor(Worker w, bool c) {
        worker = w;
        careful = c;
    }

    function relay(uint256 id) external {
        require(id < 16 && !done[id], "done");
        done[id] = true;
        (bool ok,) = address(worker).call(abi.encodeCall(Worker.run, (id)));
        require(ok || !careful, "failed");
    }

    function missing() external view returns (uint256 count) {
        for (uint256 id = 0; id < 16; id++) {
            if (done[id] && !worker.worked(id)) count++;
        }
    }
}
